package io.interleave.view.compare;

import io.interleave.model.Knob;
import io.interleave.model.Scenario;
import io.interleave.view.fx.Messages;
import io.interleave.view.knobs.KnobModel;
import io.interleave.view.session.PastRun;
import java.util.ArrayList;
import java.util.List;

/// How two runs differ in what was run, in words.
record SettingWords(String sentence, String first, String second) {

    /// A knob that stood differently, or the cores.
    private record Turned(String label, String first, String second) {}

    static SettingWords of(PastRun first, PastRun second) {
        var one = first.plan().document();
        var other = second.plan().document();
        if (!one.title().equals(other.title())) {
            return new SettingWords(
                    Messages.text("compare.scenarios", one.title(), other.title()), one.title(), other.title());
        }
        var turned = turned(first, second);
        var sentences = new ArrayList<String>();
        if (!turned.isEmpty()) {
            var all = turned.stream()
                    .map(it -> Messages.text("compare.turned", it.label(), it.first(), it.second()))
                    .toList();
            sentences.add(Messages.text("compare.differ", String.join(", ", all)));
        }
        if (!one.text().equals(other.text())) {
            sentences.add(Messages.text("compare.text"));
        }
        if (sentences.isEmpty()) {
            sentences.add(Messages.text("compare.same"));
        }
        return new SettingWords(
                String.join(" ", sentences),
                label(turned.stream().map(it -> it.label() + " " + it.first()).toList()),
                label(turned.stream().map(it -> it.label() + " " + it.second()).toList()));
    }

    /// More than two are too many for a heading.
    private static String label(List<String> words) {
        return words.size() > 2 ? "" : String.join(", ", words);
    }

    private static List<Turned> turned(PastRun first, PastRun second) {
        var turned = new ArrayList<Turned>();
        for (var knob : first.plan().document().scenario().map(Scenario::knobs).orElse(List.of())) {
            if (isIn(second, knob)) {
                var one = KnobModel.text(first.plan().settings().get(knob.name()));
                var other = KnobModel.text(second.plan().settings().get(knob.name()));
                add(turned, knob.label(), one, other);
            }
        }
        add(
                turned,
                Messages.text("knob.cores"),
                String.valueOf(first.plan().cores()),
                String.valueOf(second.plan().cores()));
        return turned;
    }

    private static void add(List<Turned> turned, String label, String one, String other) {
        if (!one.equals(other)) {
            turned.add(new Turned(label, one, other));
        }
    }

    private static boolean isIn(PastRun run, Knob knob) {
        return run.plan().settings().asMap().containsKey(knob.name());
    }
}
