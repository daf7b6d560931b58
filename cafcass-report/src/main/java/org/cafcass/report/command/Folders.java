package org.cafcass.report.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that a command writes and reads, and what it says when it can't. */
final class Folders {
    private Folders() {}

    /** Writes something. */
    @FunctionalInterface
    interface Writing {
        void to(Writer writer) throws IOException;
    }

    /** Makes a folder where there is none. */
    static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw cannot("write", folder, e);
        }
    }

    /** Writes a file of a folder in UTF-8. */
    static void write(Path folder, String fileName, Writing writing) {
        make(folder);
        Path file = folder.resolve(fileName);
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writing.to(writer);
        } catch (IOException e) {
            throw cannot("write", file, e);
        }
    }

    /** What is said of a file that cannot be read or written. */
    static CommandException cannot(String verb, Path path, IOException e) {
        String reason;
        if (e instanceof AccessDeniedException) {
            reason = "permission denied";
        } else if (e instanceof NoSuchFileException) {
            reason = "no such file";
        } else if (e instanceof FileAlreadyExistsException) {
            reason = "a file is in its place";
        } else if (e instanceof FileSystemException known && known.getReason() != null) {
            reason = known.getReason();
        } else {
            reason = String.valueOf(e.getMessage());
        }
        return new CommandException("Cannot " + verb + " " + path + ": " + reason);
    }
}
