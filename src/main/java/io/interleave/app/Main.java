package io.interleave.app;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("hello " + System.getProperty("jdk.module.path"));
    }
}
