package org.oneroster4j.importer.job;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.oneroster4j.impero.layout.UnwritableCellException;
import org.oneroster4j.importer.publish.OutputBusyException;
import org.oneroster4j.importer.state.StateException;

/** What could not be read or written, for the person who has to put it right. */
final class Failures {
    private Failures() {}

    /** Returns it in a sentence. */
    static String sentence(IOException e, JobSettings settings) {
        if (e instanceof NoSuchFileException && settings.drop().toString().equals(e.getMessage())) {
            return "The drop folder " + settings.drop() + " is not there.";
        }
        if (e instanceof NotDirectoryException) {
            return "The drop " + settings.drop()
                    + " is not a folder. Impero wants the files unzipped: turn Zipped off in ClassLink's export, or convert"
                    + " the zip with --allow-zip.";
        }
        if (e instanceof AtomicMoveNotSupportedException) {
            return "The output folder is a volume of its own, so files cannot be moved into it in one step. Choose a folder"
                    + " on that volume, and let Impero import from there.";
        }
        if (e instanceof AccessDeniedException) {
            return e.getMessage()
                    + " may not be read or written by this account. Give it the right, or run as another one.";
        }
        if (e instanceof StateException || e instanceof DropChangedException || e instanceof OutputBusyException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UnwritableCellException) {
            return "The layout " + settings.layout().name() + " cannot write a cell: " + e.getMessage() + ".";
        }
        return "Something could not be read or written: " + e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
