/// The boundary between the application and the engine processes: starting, steering and ending them, and the
/// messages that cross. The application's window and command line reach the engine through this package alone.
package io.interleave.run;
