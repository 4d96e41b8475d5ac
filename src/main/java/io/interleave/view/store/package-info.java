/// What the window keeps on disk: its runs, each with what is known of it beside its trace, and the settings of
/// the user. Knows no controls and nothing of what the window shows; may be used from any thread.
package io.interleave.view.store;
