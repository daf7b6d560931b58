import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Runs jshell scripts one after another in one session. The jshell tool goes on after a failing snippet and ends with status 0; here
 * the first snippet that does not compile or that throws ends the run with status 1, {@code /exit n} with status n, and a file that
 * cannot be read with status 2.
 */
final class RunScripts {
    private final JShell shell;

    private RunScripts(JShell shell) {
        this.shell = shell;
    }

    public static void main(String[] files) {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            RunScripts scripts = new RunScripts(shell);
            for (String file : files) {
                scripts.run(Path.of(file));
            }
        } catch (Exit exit) {
            System.out.flush();
            if (exit.getMessage() != null) {
                System.err.println(exit.getMessage());
            }
            System.exit(exit.status);
        }
        System.exit(0);
    }

    private void run(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Exit(2, "cafcass-shell: Cannot read " + file + ": " + e);
        }
        StringBuilder read = new StringBuilder();
        int line = 0;
        int first = 1;
        for (String next : text.lines().toList()) {
            line++;
            if (read.length() == 0) {
                first = line;
                if (next.startsWith("/") && !next.startsWith("//") && !next.startsWith("/*")) {
                    exit(next.strip(), file + ":" + first + ": ");
                }
            }
            evaluate(read.append(next).append('\n'), false, file + ":" + first + ": ");
        }
        evaluate(read, true, file + ":" + first + ": ");
        for (Snippet snippet : shell.snippets().toList()) {
            if (isUnresolved(shell.status(snippet))) {
                throw new Exit(1, file + ": " + problems(snippet));
            }
        }
    }

    /** Evaluates the complete snippets of what was read, as the jshell tool does line by line, and leaves the rest. */
    private void evaluate(StringBuilder read, boolean atEnd, String place) {
        while (read.length() > 0) {
            CompletionInfo snippet = shell.sourceCodeAnalysis().analyzeCompletion(read.toString());
            switch (snippet.completeness()) {
                case COMPLETE, COMPLETE_WITH_SEMI, UNKNOWN -> {
                    read.setLength(0);
                    shell.eval(snippet.source()).forEach(event -> check(event, place));
                    read.append(snippet.remaining());
                }
                case EMPTY -> {
                    if (atEnd || read.toString().isBlank()) {
                        read.setLength(0);
                    }
                    return;
                }
                default -> {
                    if (atEnd) {
                        throw new Exit(1, place + "the snippet is not complete");
                    }
                    return;
                }
            }
        }
    }

    private static boolean isUnresolved(Snippet.Status status) {
        return status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    }

    /** Ends the run as {@code /exit} or {@code /exit expression} asks. */
    private void exit(String command, String place) {
        String[] words = command.split("\\s+", 2);
        if (words[0].length() < 2 || !"/exit".startsWith(words[0])) {
            throw new Exit(1, place + "a script has no command " + words[0] + ", only /exit");
        }
        if (words.length == 1) {
            throw new Exit(0, null);
        }
        SnippetEvent event = shell.eval(words[1]).get(0);
        check(event, place);
        try {
            throw new Exit(Integer.parseInt(event.value()), null);
        } catch (NumberFormatException e) {
            throw new Exit(1, place + "not an exit status: " + event.value());
        }
    }

    private void check(SnippetEvent event, String place) {
        if (event.status() == Snippet.Status.REJECTED) {
            throw new Exit(1, place + problems(event.snippet()));
        }
        if (event.exception() != null) {
            throw new Exit(1, place + thrown(event.exception()));
        }
    }

    private String problems(Snippet snippet) {
        Stream<String> problems = shell.diagnostics(snippet).filter(Diag::isError).map(problem -> problem.getMessage(Locale.ROOT));
        Stream<String> missing = snippet instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration).map(name -> "cannot find " + name)
                : Stream.empty();
        return Stream.concat(problems, missing).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String thrown(JShellException exception) {
        if (exception instanceof EvalException evaluation) {
            StringBuilder words = new StringBuilder(evaluation.getExceptionClassName());
            if (evaluation.getMessage() != null) {
                words.append(": ").append(evaluation.getMessage());
            }
            for (StackTraceElement element : evaluation.getStackTrace()) {
                words.append(System.lineSeparator()).append("    at ").append(element);
            }
            Throwable inner = evaluation.getCause();
            return inner instanceof JShellException cause
                    ? words + System.lineSeparator() + "caused by " + thrown(cause)
                    : words.toString();
        }
        return String.valueOf(exception.getMessage());
    }

    /** The end of the run. */
    private static final class Exit extends RuntimeException {
        private final int status;

        Exit(int status, String message) {
            super(message);
            this.status = status;
        }
    }
}
