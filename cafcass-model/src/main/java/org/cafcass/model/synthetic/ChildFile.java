package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.util.Optional;
import org.cafcass.model.ChildId;

/** A child in a case while it is being made; days are epoch days. */
final class ChildFile {
    final CaseFile file;
    final ChildId id;
    final int born;
    Optional<Boolean> eligible = Optional.empty();
    int recorded = NEVER;
    boolean inPerson;

    ChildFile(CaseFile file, ChildId id, int born) {
        this.file = file;
        this.id = id;
        this.born = born;
    }
}
