package org.cafcass.report.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of figures that a command is given. */
final class FigureFile {
    private FigureFile() {}

    /** Takes the text of figures. */
    @FunctionalInterface
    interface Format<T> {
        T read(String text) throws IOException;
    }

    /** What a format makes of a file's text; bad usage where it can't be read. */
    static <T> T read(Path file, Format<T> format) {
        try {
            return format.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new CommandException("Cannot read " + file + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new CommandException("Cannot read " + file + ": no such file");
        } catch (CharacterCodingException e) {
            throw new CommandException("Cannot read " + file + ": not UTF-8");
        } catch (IOException e) {
            throw new CommandException("Cannot read " + file + ": " + e.getMessage());
        }
    }
}
