package org.cafcass.report.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.report.BoardPack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the board pack. */
@Command(
        name = "pack",
        description = "Makes the board pack: figures.csv, figures.json, set-aside.csv, pack.html and pack.md.")
final class PackCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ExtractOptions extract = new ExtractOptions();

    @Mixin
    private final ClosuresOption closures = new ClosuresOption();

    @Mixin
    private final ReportingOptions reporting = new ReportingOptions();

    @Mixin
    private final MeasureOptions catalogue = new MeasureOptions();

    @Mixin
    private final DisclosureOption disclosure = new DisclosureOption();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write it to. Without it, target/pack.")
    private Path out = Path.of("target", "pack");

    @Override
    public Integer call() {
        Progress progress = Progress.of(spec);
        progress.says("Reading the records");
        boolean isForPublication = disclosure.isForPublication();
        List<Figure> earlier = disclosure.earlier(catalogue.all());
        Records records = extract.read();
        ReportingPeriod period = reporting.reporting(records);
        catalogue.requireInEffect(period.asAt());
        progress.says("Working out the figures");
        BoardPack.Builder builder = BoardPack.builder(closures.engine(records), period)
                .measures(catalogue.all())
                .setAside(records.setAside());
        reporting.previous(period).ifPresent(builder::comparedWith);
        if (!reporting.saysWhatToCompareWith()) {
            builder.shownBeside(period.previousYear());
        }
        if (isForPublication) {
            builder.published(earlier);
        }
        BoardPack pack = builder.build();
        progress.says("Writing the pack");
        try {
            pack.writeTo(out);
        } catch (IOException e) {
            throw Folders.cannot("write", out, e);
        }
        progress.ends();
        Output.of(spec).print(pack.headlines());
        Output.of(spec).println("Wrote " + out);
        Output.tellOfFiguresNotProven(pack.notProvenToBeProtected(), spec);
        Output.tellOfRowsSetAside(records, spec);
        return 0;
    }
}
