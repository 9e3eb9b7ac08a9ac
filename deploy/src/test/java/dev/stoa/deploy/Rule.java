package dev.stoa.deploy;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that has to be true of all manifests.
 *
 * @param name how it is called, also by the file of the bad example that it must find
 * @param check the names of the objects of which it is not true, with what is wrong
 */
record Rule(String name, Function<Manifests, Stream<String>> check) {

    Stream<String> findings(Manifests manifests) {
        return check.apply(manifests).map(finding -> name + ": " + finding);
    }
}
