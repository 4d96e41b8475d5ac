package io.interleave.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The program's version, which the build writes into a resource.
final class Version implements IVersionProvider {

    static String text() {
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own version cannot be read", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Interleave " + text()};
    }
}
