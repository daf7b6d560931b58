package org.cafcass.report.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.cafcass.model.extract.ExtractWriter;
import org.cafcass.model.synthetic.SyntheticExtract;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a synthetic extract and writes it. */
@Command(
        name = "synthesise",
        description =
                "Makes a synthetic extract whose figures are those of a published paper, and writes it as a folder.")
final class SynthesiseCommand implements Callable<Integer> {
    private static final String CLOSURES = "closures.txt";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final HelpOption help = new HelpOption();

    @Option(names = "--scenario", paramLabel = "NAME", description = "The paper; national-2025 unless said.")
    private String scenario = Records.SCENARIO;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed gives other records with the same figures.")
    private long seed = 1;

    @Option(
            names = "--scale",
            paramLabel = "X",
            description = "How many times as many rows, 0.01 to 1000; 1 unless said.")
    private double scale = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write it to.")
    private Path out = Path.of("");

    @Option(names = "--gzip", description = "Write gzipped files.")
    private boolean gzip;

    @Override
    public Integer call() {
        Progress progress = Progress.of(spec);
        SyntheticExtract synthetic =
                SyntheticExtract.scenario(scenario).seed(seed).scale(scale);
        progress.says("Making the records");
        Extract extract = synthetic.extract();
        progress.says("Writing them");
        Folders.make(out);
        ExtractWriter writer = ExtractWriter.create();
        (gzip ? writer.gzipped() : writer).write(extract, out);
        Folders.write(out, CLOSURES, file -> {
            for (Object day : synthetic.closures()) {
                file.write(day + "\n");
            }
        });
        progress.ends();
        PrintWriter printer = Output.of(spec);
        for (ExtractTable table : ExtractTable.values()) {
            if (extract.has(table)) {
                printer.println(table.fileName() + ": " + extract.count(table));
            }
        }
        printer.println("Wrote " + out + ", as at " + synthetic.asAt() + "; closure days in " + out.resolve(CLOSURES));
        return 0;
    }
}
