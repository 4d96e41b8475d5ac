/// What came of a run, in words and bars.
package io.interleave.view.outcome;
