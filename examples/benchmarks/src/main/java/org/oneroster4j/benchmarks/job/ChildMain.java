package org.oneroster4j.benchmarks.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The program of a measured process: the name of a contender, the folder of a drop, and one for what it writes. */
public final class ChildMain {
    private ChildMain() {}

    /** Runs the contender and prints its number; an exception ends the process with 1. */
    public static void main(String[] args) throws Exception {
        Contender contender = all().stream()
                .filter(one -> one.name().equals(args[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no contender " + args[0]));
        System.out.println(contender.job().run(Path.of(args[1]), Path.of(args[2])));
    }

    /** Returns the contenders that were built: without the profile {@code bench}, only our own. */
    public static List<Contender> all() {
        List<Contender> all = new ArrayList<>(Own.contenders());
        ServiceLoader.load(Peers.class).forEach(peers -> all.addAll(peers.contenders()));
        return List.copyOf(all);
    }
}
