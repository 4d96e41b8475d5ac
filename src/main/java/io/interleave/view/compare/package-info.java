/// Two runs side by side: on one time axis, and in a table of what differs.
package io.interleave.view.compare;
