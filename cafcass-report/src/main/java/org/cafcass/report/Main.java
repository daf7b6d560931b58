package org.cafcass.report;

/** The main job: the command line {@code cafcass}. */
public final class Main {
    private Main() {}

    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.out.println("cafcass");
    }
}
