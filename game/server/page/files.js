/** A file that the server sends over the connection is saved by the browser. */
import { state, watch } from "./wire.js";

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
watch(() => {
  const file = state.file;
  if (!file) return;
  Object.assign(state, { file: null, making: null });
  state.folder = file.folder || state.folder;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes(file.data)]));
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
