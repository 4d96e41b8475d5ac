package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Lane;
import io.interleave.analysis.LostUpdates;
import io.interleave.trace.Definition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the picture needs to know of a run. Everything beside {@link #look} is asked inside of it.
interface Source {

    /// Runs `question` while nothing changes.
    <T> T look(Function<Source, T> question);

    long start();

    long now();

    boolean ended();

    List<Lane> lanes();

    Optional<Definition.Cores> cores();

    String unitName(int unit);

    /// What a thread is called that carries no unit; empty where that is not known.
    String threadName(int tid);

    String resourceName(int resource);

    /// What a scenario calls the kind of a resource; empty for what is none.
    String resourceWord(int resource);

    Optional<Definition.Step> step(int step);

    String display(int variable, long raw);

    /// A variable's value as a height.
    double number(int variable, long raw);

    LostUpdates lostUpdates();

    List<Finding> findings();

    long eventsKept();

    long eventsNotKept();

    long switchesLost();
}
