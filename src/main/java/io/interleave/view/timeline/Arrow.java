package io.interleave.view.timeline;

import io.interleave.analysis.Flow;

/// What led to what, as it is drawn: from one lane to another. Ends that are out of sight lie on the plot's
/// edge.
///
/// @param near whether it begins or ends at what is selected
record Arrow(Flow.Kind kind, double fromX, double fromY, double toX, double toY, boolean near) {}
