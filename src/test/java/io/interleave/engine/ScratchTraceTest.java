package io.interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.trace.Definition;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScratchTraceTest {

    @TempDir
    private Path directory;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void its_file_is_out_of_sight_while_it_is_written() throws IOException {
        try (var scratch = ScratchTrace.create(directory, 1 << 20)) {
            scratch.trace.orElseThrow().define(new Definition.End(Definition.How.COMPLETED, 1));

            assertThat(directory).isEmptyDirectory();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void where_there_is_no_room_for_one_it_is_done_without() throws IOException {
        try (var scratch = ScratchTrace.create(directory.resolve("not-there"), 1 << 20)) {
            assertThat(scratch.trace).isEmpty();
        }
    }
}
