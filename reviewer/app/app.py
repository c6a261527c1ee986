"""The app: themes, palette, and the way from one screen to the next.

Screens are imported when they are shown; the first is on the terminal that much sooner.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from reviewer.app.clean import clean
from reviewer.app.loading import Loading, Opened
from reviewer.app.recent import Recent, recent_file, remember
from reviewer.app.themes import BY_WORD, CONTRAST, DARK, LIGHT, THEMES
from reviewer.language import tr
from reviewer.reviewing.preferences import preferences_file, read_preferences

if TYPE_CHECKING:
    from reviewer.app import OpenJournal
    from reviewer.app.review import ReviewScreen
    from reviewer.app.start import StartScreen
    from reviewer.app.waiting import WaitingScreen
    from reviewer.run import Settings


class ReviewerApp(App[None]):
    """Opens a draft that is being loaded, or the start screen."""

    CSS_PATH = "reviewer.tcss"
    TITLE = "reviewer"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(self, settings: Settings | None, journal: OpenJournal, loading: Loading | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.open_journal = journal
        self.loading = loading
        self.opened: Opened | None = None
        self.problem = ""
        """Why the draft of the command line could not be used, in one line."""
        self.farewell = ""
        """What is said on the terminal afterwards."""
        self.crash: Exception | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = BY_WORD.get(read_preferences(preferences_file()).theme, DARK)

    def on_mount(self) -> None:
        if self.loading is None:
            self.show_start()
        elif self.loading.opened is not None:
            self.show_review(self.loading.opened)
        else:
            self._show_loading(self.loading)

    def show_start(self, problem: str = "") -> None:
        if self.opened is not None:
            self._remember(self.opened)
            self.opened = None
        from reviewer.app.start import StartScreen

        self.switch_to(StartScreen(problem))

    def on_start_screen_picked(self, event: StartScreen.Picked) -> None:
        loading = Loading(event.path, self.settings, self.open_journal)
        loading.start()
        self._show_loading(loading)

    def _show_loading(self, loading: Loading) -> None:
        from reviewer.app.waiting import WaitingScreen

        self.switch_to(WaitingScreen(loading))

    def on_waiting_screen_done(self, event: WaitingScreen.Done) -> None:
        loading = event.opening
        if loading.opened is not None:
            self.show_review(loading.opened)
        elif loading.crash is not None:
            raise loading.crash
        elif loading is self.loading:
            self.problem = loading.problem
            self.exit(return_code=2)
        else:
            self.show_start(loading.problem)

    def show_review(self, opened: Opened) -> None:
        from reviewer.app.review import ReviewScreen

        self.opened = opened
        self._remember(opened)
        # A draft is many thousand objects that live as long as the app: sifting them again and again would be felt.
        gc.freeze()
        self.switch_to(ReviewScreen(opened))

    def switch_to(self, screen: Screen[None]) -> None:
        """Put a screen in the place of the one before."""
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _remember(self, opened: Opened) -> None:
        progress = opened.conversation.progress
        recent = Recent(str(opened.path.absolute()), opened.about, progress.decided, progress.total)
        remember(recent_file(), recent)

    def _review(self) -> ReviewScreen | None:
        """The review under way, behind whatever lies over it."""
        if self.opened is None:
            return None
        from reviewer.app.review import ReviewScreen

        return next((screen for screen in self.screen_stack if isinstance(screen, ReviewScreen)), None)

    async def action_quit(self) -> None:
        review = self._review()
        if review is None:
            self.exit()
            return
        while self.screen is not review:
            self.pop_screen()
        await review.take_leave()

    def on_review_screen_left(self, event: ReviewScreen.Left) -> None:
        if self.opened is not None:
            self._remember(self.opened)
        self.farewell = clean(event.farewell)
        self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C copies what is selected; with nothing selected somebody probably wants to leave."""
        self.notify(tr("Ctrl+Q untuk keluar; semua keputusan sudah tersimpan."), markup=False)

    def _handle_exception(self, error: Exception) -> None:
        self.crash = self.crash or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Textual would print a traceback here; whoever opened the app says what happened in one line."""
        self._close_messages_no_wait()

    def action_command_palette(self) -> None:
        if not CommandPalette.is_open(self):  # type: ignore[arg-type]
            self.push_screen(CommandPalette(id="--command-palette", placeholder=tr("Cari perintah…")))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        if (review := self._review()) is not None:
            from reviewer.app.palette import of_review

            yield from of_review(review)
            yield SystemCommand(tr("Buka draf lain"), tr("Kembali ke layar awal"), self.show_start)
        for name, label in (
            (DARK, tr("Tema gelap")),
            (LIGHT, tr("Tema terang")),
            (CONTRAST, tr("Tema kontras tinggi")),
        ):
            yield SystemCommand(label, tr("Ganti warna layar"), lambda name=name: self._theme(name))
        yield SystemCommand(tr("Keluar"), tr("Semua keputusan sudah tersimpan"), self.action_quit)

    def _theme(self, name: str) -> None:
        self.theme = name
        if self.opened is not None:
            self.opened.conversation.prefer_theme(next(word for word, theme in BY_WORD.items() if theme == name))
