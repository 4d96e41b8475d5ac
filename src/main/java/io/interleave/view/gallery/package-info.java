/// The list of scenarios that can be opened.
package io.interleave.view.gallery;
