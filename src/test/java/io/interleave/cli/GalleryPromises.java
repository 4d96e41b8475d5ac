package io.interleave.cli;

import io.interleave.model.Gallery;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Template;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the texts of the gallery promise: which expectations hold and which fail, with each switch both ways.
public final class GalleryPromises {

    public static final String COMPLETED = "completed";

    /// It never ends by itself.
    public static final String STALLED = "limit";

    public static final String FAILED = "failed";

    /// @param switches the knobs that the text speaks of, as `--set` takes them; the others stand as in the
    ///     file
    /// @param quick further knobs, which make the run shorter and change nothing of what is promised
    /// @param broken the expectations that do not hold; all others do, where the run comes to its end
    /// @param end how the command line's document says that the run ended
    public record Promise(String scenario, List<String> switches, List<String> quick, List<String> broken, String end) {

        public boolean completes() {
            return end.equals(COMPLETED);
        }

        public Scenario read() {
            return ScenarioReader.read(Gallery.find(scenario).orElseThrow().text())
                    .scenario()
                    .orElseThrow();
        }

        /// Whether it is about what takes less time than something else: whatever else the machine does at that
        /// moment can spoil it.
        public boolean comparesTimes() {
            return read().resources().stream()
                    .anyMatch(
                            it -> it instanceof Resource.Variable variable && variable.initial() instanceof Value.Time);
        }

        /// Programs that it starts and this machine lacks.
        public List<String> missingPrograms() {
            var path = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
            return read().units().stream()
                    .map(UnitGroup::kind)
                    .filter(UnitGroup.Process.class::isInstance)
                    .map(it -> program((UnitGroup.Process) it))
                    .distinct()
                    .filter(it -> path.stream().noneMatch(folder -> Files.isExecutable(Path.of(folder, it))))
                    .toList();
        }

        private static String program(UnitGroup.Process process) {
            return ((Template.Verbatim) process.command().getFirst().parts().getFirst()).text();
        }

        @Override
        public String toString() {
            return (scenario + " " + String.join(" ", switches)).strip();
        }
    }

    private final List<Promise> promises = new ArrayList<>();
    private String scenario = "";
    private List<String> quick = List.of();

    private GalleryPromises() {}

    /// Those of the scenarios that `-Dgallery.only=lost-update,aba` names, or else all.
    public static Stream<Promise> selected() {
        var only = System.getProperty("gallery.only", "");
        return all().stream()
                .filter(it -> only.isEmpty() || List.of(only.split(",")).contains(it.scenario()));
    }

    public static List<Promise> all() {
        var all = new GalleryPromises();
        all.childProcesses();
        all.threads();
        all.locks();
        all.queues();
        all.coroutines();
        all.pools();
        all.classics();
        return all.promises;
    }

    private void childProcesses() {
        of("poll-a-child", "seconds=0.3");
        holds("");
        breaks("meanwhile=off", "pieces > 0");
        of("ten-sleeps");
        holds("");
        breaks("at_once=off", "took < 1s * seconds * children * 0.8");
        of("pipeline-of-children");
        holds("");
        breaks("lines=10", "seq_status == 0");
        of("hung-child", "patience=100ms");
        holds("");
        holds("deaf_to=TERM");
        stalls("timeout=off", "work_done == 1");
        of("git-repositories", "repositories=2", "commits=40");
        holds("");
        holds("at_once=off");
        of("video-to-gif", "width=120");
        holds("");
        breaks("in_order=off", "second_status == 0", "signature == 'GIF89a'");
    }

    private void threads() {
        of("more-workers-than-cores", "pieces=20");
        holds("");
        of("factorize-in-threads", "rounds=2");
        holds("");
        breaks("gil=on", "in_threads < in_sequence * 0.8");
        breaks("workers=1", "in_threads < in_sequence * 0.8");
        of("interpreter-lock-is-no-lock", "rounds=500");
        breaks("", "count == workers * rounds");
        breaks("gil=off", "count == workers * rounds");
        holds("lock=on");
        holds("lock=on gil=off");
        of("blocking-reads", "reads=2");
        holds("");
        holds("gil=on");
        breaks("in_threads=off", "took < answer * threads * reads * 0.8");
        of("computing-while-reading", "blocks=10");
        holds("");
        holds("gil=on");
        breaks("own_reader=off", "meanwhile > 0");
        of("fairness-between-threads", "time=500ms");
        holds("");
        breaks("priority=1", "first_done * 2 * (others + 1) >= first_done + others_done");
    }

    private void locks() {
        of("lost-update", "rounds=1000");
        breaks("", "count == additions");
        holds("lock=on");
        of("check-then-act", "places=30");
        breaks("", "sold == places");
        breaks("lock=each_step", "sold == places");
        holds("lock=both_together");
        of("two-locks", "rounds=100");
        stalls("", "transfers == 2 * rounds");
        holds("gate=on");
        of("taken-twice", "rounds=50");
        holds("");
        stalls("reentrant=off", "balance == workers * rounds");
        of("one-lock-or-many");
        holds("");
        breaks("locks=1", "waited * 10 < workers * rounds");
        breaks("lock=off", "total == workers * rounds");
        of("readers-and-writers", "reads=30");
        holds("");
        holds("lock=optimistic");
        breaks("lock=mutex", "together > 0");
        breaks("lock=none", "torn == 0");
        of("fair-and-unfair", "rounds=200");
        holds("");
        breaks("fair=off", "in_a_row * 4 < served");
        of("spin-or-park", "pieces=80");
        holds("");
        breaks("spin=on", "in_crowd < alone * 2");
        of("lock-convoy", "rounds=100");
        holds("");
        holds("lock=off");
        of("double-checked-locking", "things=15");
        holds("");
        breaks("second_check=off", "made == things");
        breaks("publish_last=off", "half_made == 0");
    }

    private void queues() {
        of("download-resize-upload", "pictures=20");
        holds("");
        breaks("pipeline=off", "first_out_at < pictures");
        of("slow-consumer", "items=120", "consume=1ms");
        holds("");
        breaks("room=1000", "backlog <= 32");
        of("polling-or-waiting", "items=20", "interval=5ms");
        holds("");
        breaks("queue=off", "in_vain == 0");
        of("closing-a-pipeline", "items=30");
        holds("");
        holds("ending=marks");
        stalls("ending=marks missing=1", "went_home == consumers");
        stalls("ending=nothing", "went_home == consumers");
        of("rendezvous", "parcels=30", "carry=2ms");
        holds("");
        breaks("hand_over=off", "ahead == 0");
        of("urgent-first", "visit=1ms");
        holds("");
        breaks("order=arrival", "last_urgent <= patients / 5 + 1");
        breaks("order=last_come", "last_urgent <= patients / 5 + 1");
    }

    private void coroutines() {
        of("generator-sent-values", "values=30");
        holds("");
        fails("prime=off", "sent == values", "average * 2 == values + 1");
        of("game-of-life", "generations=20");
        holds("");
        holds("carriers=2");
        breaks("barrier=off", "alive == 5");
        of("ten-thousand", "count=2000");
        holds("");
        of("blocked-loop", "work=150ms", "ticks=60");
        breaks("", "meanwhile > 0");
        holds("in_pieces=on");
        holds("carriers=2");
        of("loop-priorities", "pieces=10", "piece=1ms");
        holds("");
        breaks("priorities=off", "done_early * 2 < background * pieces");
        of("gathering-io", "requests=20", "answer=30ms");
        holds("");
        breaks("together=off", "took < answer * requests * 0.8");
        breaks("patience=1ms", "answers == requests");
    }

    private void pools() {
        of("factorize-in-processes", "rounds=2");
        holds("");
        breaks("workers=1", "in_pool < in_sequence * 0.8");
        of("serialization-costs", "tasks=20");
        breaks("", "there < here * 2");
        holds("payload=0 work=10ms");
        of("three-pools", "count=30");
        holds("");
        breaks("tasks=computing", "coroutines_took * 3 < threads_took");
        of("saturation", "work=15ms");
        holds("");
        holds("policy=caller_runs");
        breaks("policy=reject", "done == tasks");
        breaks("policy=discard", "done == tasks", "done + refused == tasks");
        breaks("policy=discard_oldest", "done == tasks", "done + refused == tasks");
        of("fork-join", "size=10");
        holds("");
        stalls("kind=thread", "result == expected");
        of("a-worker-dies", "tasks=6");
        holds("");
        breaks("again=off", "results == tasks * (tasks + 1) / 2");
    }

    private void classics() {
        of("dining-philosophers", "meals=15");
        stalls("cure=none", "eaten == philosophers * meals");
        holds("");
        holds("cure=waiter");
        holds("cure=give_up");
        of("bounded-buffer", "items=50");
        holds("");
        stalls("check_inside=off", "used == items");
        of("sleeping-barber", "customers=25");
        holds("");
        breaks("lock=off", "free == chairs");
        of("cigarette-smokers", "rounds=30");
        holds("");
        stalls("helpers=off", "cigarettes == rounds");
        of("readers-preference", "reads=40");
        breaks("", "overtaken * 4 < readers * reads");
        holds("turnstile=on");
        of("reusable-barrier", "rounds=50");
        holds("");
        holds("barrier=built_in");
        holds("barrier=phaser");
        stalls("barrier=one_gate", "finished == workers * rounds");
        of("aba", "rounds=50");
        breaks("", "damaged == 0");
        holds("version=on");
    }

    private void of(String name, String... settings) {
        scenario = name;
        quick = List.of(settings);
    }

    private void holds(String switches) {
        promise(switches, COMPLETED);
    }

    private void breaks(String switches, String... broken) {
        promise(switches, COMPLETED, broken);
    }

    private void stalls(String switches, String... broken) {
        promise(switches, STALLED, broken);
    }

    private void fails(String switches, String... broken) {
        promise(switches, FAILED, broken);
    }

    private void promise(String switches, String end, String... broken) {
        var words = switches.isEmpty() ? List.<String>of() : List.of(switches.split(" "));
        promises.add(new Promise(scenario, words, quick, List.of(broken), end));
    }
}
