/// What is read off the timeline: names that are looked for, exact times, what is selected in figures and why
/// it waited, the critical path, marks, and playing a run slowly.
package io.interleave.view.reading;
