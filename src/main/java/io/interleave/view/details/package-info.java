/// The tabs below the picture: output, the scenario's text, its problems; and which of them is in front.
package io.interleave.view.details;
