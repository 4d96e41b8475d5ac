package io.interleave.code;

import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which name of the scenario is called what in the program. Names of units and resources stay as they are, those
/// of knobs are written as constants, and what Python or the program itself gives a meaning gets a `_` behind it.
final class PythonNames {

    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /// What Python calls so, and generated programs use.
    private static final Set<String> BUILT_IN = Set.of(
            "any",
            "bytes",
            "float",
            "getattr",
            "hasattr",
            "int",
            "len",
            "list",
            "map",
            "max",
            "min",
            "next",
            "open",
            "print",
            "range",
            "round",
            "set",
            "str",
            "sum",
            "Exception",
            "RuntimeError",
            "StopIteration",
            "TimeoutError");

    private static final Set<String> MODULES = Set.of(
            "asyncio",
            "concurrent",
            "hashlib",
            "itertools",
            "math",
            "multiprocessing",
            "os",
            "queue",
            "socket",
            "subprocess",
            "sys",
            "tempfile",
            "threading",
            "time",
            "deque",
            "partial",
            "nullcontext",
            "SimpleNamespace");

    /// What generated programs define, all but the names of {@link PythonParts}.
    private static final Set<String> OWN = Set.of("atomic", "loop", "report", "shared", "ticket");

    private final Map<String, String> globals = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    PythonNames(Scenario scenario) {
        Stream.of(BUILT_IN, MODULES, OWN, PythonParts.names()).forEach(used::addAll);
        scenario.knobs().forEach(it -> globals.put(it.name(), free(it.name().toUpperCase(Locale.ROOT), used)));
        scenario.units().forEach(it -> globals.put(it.name(), free(it.name(), used)));
        var attributes = new HashSet<String>();
        for (var resource : scenario.resources()) {
            if (resource instanceof Resource.Variable) {
                variables.put(resource.name(), free(resource.name(), attributes));
            } else {
                globals.put(resource.name(), free(resource.name(), used));
            }
        }
    }

    /// The name of a knob, a group of units, or a resource that is no variable.
    String of(String name) {
        var found = globals.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no name " + name);
        }
        return found;
    }

    /// Where a variable's value, or the list of its values, is kept.
    String variable(String name) {
        var found = variables.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no variable " + name);
        }
        return "shared." + found;
    }

    /// The function that the program begins with: `main`, unless units are called so.
    String entry() {
        return globals.containsKey("main") || variables.containsKey("main") ? another("run") : another("main");
    }

    /// A name for something that the program has and the scenario has not.
    String another(String name) {
        return globals.computeIfAbsent("\n" + name, _ -> free(name, used));
    }

    /// The locals of one unit.
    Locals locals() {
        return new Locals();
    }

    final class Locals {

        private final Map<String, String> names = new HashMap<>();
        private final Set<String> here = new HashSet<>(used);

        String of(String local) {
            return names.computeIfAbsent(local, it -> free(it, here));
        }

        /// A name for something that the scenario does not name.
        String another(String name) {
            return names.computeIfAbsent("\n" + name, _ -> free(name, here));
        }
    }

    /// Python takes two names for one that differ only in how their characters are composed.
    private static String free(String name, Set<String> used) {
        var wanted = Normalizer.normalize(name, Normalizer.Form.NFKC);
        if (wanted.startsWith("__") || KEYWORDS.contains(wanted)) {
            wanted = wanted.startsWith("__") ? "x" + wanted : wanted + "_";
        }
        while (!used.add(wanted)) {
            wanted += "_";
        }
        return wanted;
    }
}
