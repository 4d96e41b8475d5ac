/// The tour that whoever starts the program for the first time is offered: four places of the window, one after the
/// other, with a few words at each.
package io.interleave.view.tour;
