/// The line at the bottom of the window.
package io.interleave.view.status;
