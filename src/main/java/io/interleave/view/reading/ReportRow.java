package io.interleave.view.reading;

/// One figure of what is selected.
///
/// @param section that it belongs to, said on the first of its rows only
/// @param value for a person
/// @param exact the same without rounding; empty where `value` is exact
record ReportRow(String section, String name, String value, String exact) {

    /// As a line of text with tabs between its parts.
    String line() {
        return String.join("\t", section, name, value, exact);
    }
}
