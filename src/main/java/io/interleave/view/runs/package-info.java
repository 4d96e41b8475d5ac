/// The runs of this session and where their traces are kept, and the words for how a run ended.
package io.interleave.view.runs;
