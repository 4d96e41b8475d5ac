/// A run in the formats of other programs, and as a single file that another person opens. What is written is
/// what the timeline shows: its spans, its levels and values, and its arrows; where a format has no word for
/// something, it is told beside the span.
///
/// May use `model`, `trace` and `analysis`. Knows no screen, and nobody to talk to: progress and the wish to
/// end come through {@link io.interleave.export.Export.Progress}. Pictures are drawn in `view`.
package io.interleave.export;
