package io.interleave.app;

import io.interleave.run.Engines;
import io.interleave.view.session.RunFeed;

/// What the window needs from outside: who runs, and how traces are read.
record Services(Engines engines, RunFeed.Source feeds) {}
