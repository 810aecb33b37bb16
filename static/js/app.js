// Everything the staff pages do in the browser besides htmx. Each file listens on the document, so that it also
// works for what htmx brings in later.
import "./alarm.js";
import "./clear.js";
import "./copy.js";
import "./dialogs.js";
import "./focus.js";
import "./theme.js";
import "./forms.js";
import "./menus.js";
import "./polling.js";
import "./print.js";
import "./queue.js";
import "./scan.js";
import "./selection.js";
import "./shortcuts.js";
import "./sort.js";
import "./toasts.js";
