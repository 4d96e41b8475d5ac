package io.interleave.export;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Where tables go, one after the other.
interface CsvPlace {

    /// What is written is done with when it is closed, and before the next is opened.
    OutputStream open(String name) throws IOException;

    static CsvPlace directory(Path directory) {
        return name -> new BufferedOutputStream(Files.newOutputStream(directory.resolve(name)), 1 << 16);
    }

    static CsvPlace zip(ZipOutputStream zip) {
        return name -> {
            zip.putNextEntry(new ZipEntry(name));
            return new FilterOutputStream(zip) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    zip.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    zip.closeEntry();
                }
            };
        };
    }
}
