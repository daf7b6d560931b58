package org.cafcass.report.command;

import static org.cafcass.report.TextTable.Side.LEFT;
import static org.cafcass.report.TextTable.Side.RIGHT;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cafcass.model.extract.ExtractReader;
import org.cafcass.model.extract.ReadExtract;
import org.cafcass.model.extract.ReadTable;
import org.cafcass.model.extract.SetAsideReason;
import org.cafcass.model.extract.SetAsideWriter;
import org.cafcass.report.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads an extract and says how every row of it went. */
@Command(
        name = "validate",
        description = "Reads an extract and counts its rows: read, and set aside by file and reason.",
        footer = {"", "Exit status 1 when a row was set aside."})
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final HelpOption help = new HelpOption();

    @Option(names = "--extract", paramLabel = "DIR", required = true, description = "The folder of the extract.")
    private Path extract = Path.of("");

    @Option(names = "--strict", description = "Fail when a row breaks a rule, naming the first.")
    private boolean strict;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write set-aside.csv to.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        ExtractReader reader = ExtractReader.create();
        ReadExtract read = (strict ? reader.strict() : reader).read(extract);
        Output.of(spec).print(account(read.tables()));
        Path folder = out;
        if (folder != null) {
            Folders.make(folder);
            Path file = folder.resolve("set-aside.csv");
            SetAsideWriter.write(read.setAside(), file);
            Output.of(spec).println("Wrote " + file);
        }
        return read.setAside().isEmpty() ? 0 : CafcassCommand.FINDINGS;
    }

    private static String account(List<ReadTable> tables) {
        TextTable account = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, LEFT, RIGHT);
        account.row("file", "rows", "read", "set aside", "reason", "");
        long rows = 0;
        long read = 0;
        long setAside = 0;
        for (ReadTable table : tables) {
            account.row(
                    table.table().fileName(),
                    count(table.rows()),
                    count(table.read()),
                    count(table.setAsideRows()),
                    "",
                    "");
            for (Map.Entry<SetAsideReason, Integer> reason : new TreeMap<>(table.setAside()).entrySet()) {
                account.row("", "", "", "", reason.getKey().code(), count(reason.getValue()));
            }
            rows += table.rows();
            read += table.read();
            setAside += table.setAsideRows();
        }
        account.row("all", count(rows), count(read), count(setAside), "", "");
        for (ReadTable table : tables) {
            if (!table.ignoredColumns().isEmpty()) {
                account.line("Ignored columns of " + table.table().fileName() + ": "
                        + String.join(", ", table.ignoredColumns()));
            }
        }
        return account.text();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
