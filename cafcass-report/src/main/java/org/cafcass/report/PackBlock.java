package org.cafcass.report;

/** What a section of a board pack is made of. */
sealed interface PackBlock permits PackTiles, PackList, PackChart, PackTable {}
