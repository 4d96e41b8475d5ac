package io.interleave.code;

import io.interleave.model.Remarks;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;

/// Scenarios as programs in Java 25: one compact source file each, which needs nothing but a JDK.
public final class JavaCode {

    private JavaCode() {}

    /// The program that does what the scenario does, with the knobs as they are set.
    ///
    /// @param settings become named constants at its top
    /// @param name of the scenario or of its file; the program is named after it
    /// @param remarks of the scenario's text, which become comments
    public static Listing of(Scenario scenario, Settings settings, String name, Remarks remarks) {
        return JavaProgram.listing(new JavaModel(scenario, settings), JavaNames.program(name), remarks);
    }

    /// Without the comments of the scenario's text.
    public static Listing of(Scenario scenario, Settings settings, String name) {
        return of(scenario, settings, name, Remarks.NONE);
    }
}
