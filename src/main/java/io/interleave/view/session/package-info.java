/// What the window is about, without a control: the document that is open, its knobs' values, the run that is shown
/// and where it is in its life, the runs before it. Everything here is tested without a screen.
package io.interleave.view.session;
