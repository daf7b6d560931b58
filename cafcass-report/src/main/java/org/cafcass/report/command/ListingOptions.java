package org.cafcass.report.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cafcass.metrics.NearestName;
import org.cafcass.report.FigureFormat;
import org.cafcass.report.Listing;
import org.cafcass.report.Listings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that say in which form listings are written, and where to. */
final class ListingOptions {
    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, json or table (the default).")
    private String format = FigureFormat.TABLE.code();

    @Option(
            names = "--list",
            paramLabel = "NAME",
            description = "Only this listing. Without it all of them; as csv on standard output, the first.")
    private @Nullable String list;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write to, instead of standard output: with csv, one file a listing.")
    private @Nullable Path out;

    void write(String name, Listings listings, @Nullable CommandSpec spec) throws IOException {
        FigureFormat asked = format();
        Listings chosen = chosen(listings);
        Path folder = out;
        if (folder == null) {
            switch (asked) {
                case CSV -> chosen.all().get(0).writeCsv(Output.of(spec));
                case JSON -> chosen.writeJson(Output.of(spec));
                case TABLE -> Output.of(spec).print(chosen.table());
            }
            return;
        }
        switch (asked) {
            case CSV -> {
                for (Listing listing : chosen.all()) {
                    wrote(folder, name + "-" + listing.name() + ".csv", listing::writeCsv, spec);
                }
            }
            case JSON -> wrote(folder, name + ".json", chosen::writeJson, spec);
            case TABLE -> wrote(folder, name + ".txt", file -> file.write(chosen.table()), spec);
        }
    }

    private static void wrote(Path folder, String file, Folders.Writing writing, @Nullable CommandSpec spec) {
        Folders.write(folder, file, writing);
        Output.of(spec).println("Wrote " + folder.resolve(file));
    }

    /** The form that is asked for. */
    FigureFormat format() {
        return Output.format(format);
    }

    private Listings chosen(Listings listings) {
        String name = list;
        return name == null
                ? listings
                : listings.only(name)
                        .orElseThrow(() -> unknown(
                                name, listings.all().stream().map(Listing::name).toList()));
    }

    private static CommandException unknown(String name, List<String> known) {
        return new CommandException(
                NearestName.unknown("listing", name, known) + " (" + String.join(", ", known) + ")");
    }
}
