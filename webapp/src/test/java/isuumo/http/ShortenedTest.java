package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShortenedTest {
    @Test
    void aLongTextSaysHowLongItIs() {
        assertEquals("椅子", Shortened.to(2, "椅子"));
        assertEquals("椅… (2 characters)", Shortened.to(1, "椅子"));
        assertEquals("a… (3 characters)", Shortened.to(2, "a😀"), "no half of a character");
    }

    @Test
    void aLineHasNothingThatBreaksItOrThatATerminalObeys() {
        assertEquals("a?b?c?d?e?f?", Shortened.line(100, "a\nb\rc\u001bd\u2028e\u202ef\ud83d"));
        assertEquals("椅子 😀", Shortened.line(100, "椅子 😀"));
        assertEquals("null", Shortened.line(100, null));
    }
}
