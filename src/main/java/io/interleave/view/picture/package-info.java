/// The middle of the window: the timeline under what the scenario is about.
package io.interleave.view.picture;
