package io.interleave.code;

/// What programs are written in.
public enum Language {
    /// Java 25, one file, run by `java FILE`.
    JAVA("java"),
    /// Python 3.11 or newer, its standard library alone, one file, run by `python3 FILE`.
    PYTHON("py");

    private final String ending;

    Language(String ending) {
        this.ending = ending;
    }

    /// Of a file's name, without its dot.
    public String ending() {
        return ending;
    }
}
