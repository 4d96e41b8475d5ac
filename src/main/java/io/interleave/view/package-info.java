/// The window. This package puts its parts together; each part has a package of its own, with its controller, its
/// words and what it needs beside, and its FXML file under `/fxml`. What the window is about lives without controls
/// in `session`.
///
/// May use `model`, `trace`, `analysis` and `run`; never `engine`.
package io.interleave.view;
