package isuumo.catalog;

import java.util.function.Consumer;

/** Hands on rows one by one, so that nobody need hold them all beside what is made of them. */
public interface Rows<R, E extends Exception> {
    void forEach(Consumer<R> to) throws E;
}
