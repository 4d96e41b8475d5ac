package io.interleave.edit;

import io.interleave.model.YamlScalar;
import java.util.List;
import java.util.stream.Collectors;

/// Values of several parts, written on one line.
final class Written {

    private Written() {}

    static String list(List<String> texts) {
        return texts.stream().map(YamlScalar::write).collect(Collectors.joining(", ", "[", "]"));
    }

    static String entries(Slot.Entries entries) {
        return entries.entries().stream()
                .map(it -> YamlScalar.write(it.getKey()) + ": " + YamlScalar.write(it.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
