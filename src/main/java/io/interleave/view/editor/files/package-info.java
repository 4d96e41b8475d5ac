/// Where the scenarios that are edited come from and go to: files, templates, the gallery, and the drafts of what
/// is not saved. Nothing that was edited is ever lost, and nobody is asked whether it may be.
package io.interleave.view.editor.files;
