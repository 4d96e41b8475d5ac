/// The run bar: run and stop, and the controls that the scenario's knobs become.
package io.interleave.view.knobs;
