/** Every word of the page's own. What the server's catalogue sends in `welcome.words` under the same key comes first. */
const own = {
  join: "Join", room: "Room code", name: "Name of your team", taken: "taken by {who}", pick: "Take this seat", connecting: "Connecting…",
  offline: "Offline. What you do is sent when the connection is back.", waiting: "Waiting to be sent: {n}", turn: "Turn {turn} of {turns}", over: "The match is over",
  no_limit: "no time limit", paused: "paused", left: "left", hurry: "Time is nearly up",
  briefing: "Briefing", goals: "Goals", figures: "Key figures", budget: "Budget", capital: "Political capital", score: "Score", of: "{points} of 100, counts {weight} %",
  orders: "Orders", none: "Nothing to choose now", draft: "Your draft", empty: "No orders yet", remove: "Remove", seal: "Seal orders", unseal: "Open again",
  sealed: "Sealed", open: "Not sealed", price: "Price", news: "Headlines", no_news: "No headlines yet", since: "Since your last turn", charts: "Charts", chart: "Chart of", messages: "Messages", no_messages: "No messages",
  behind: "What is behind it", met: "met", not_met: "not met", seats: "Seats", seat: "Seat", who: "Team", here: "Here", state: "State", late: "late", absent: "nobody", led: "led by the program",
  start: "Start clock", pause: "Pause clock", extend: "One minute more", next: "Next turn", say: "Send", to: "To", all: "all", text: "Message", see: "See as {who}", stop_seeing: "Stop seeing as {who}",
  lead: "Let the program lead {who}", hand_back: "Hand {who} back to people", end: "End the session", end_sure: "Really end the session for all", keep: "Keep playing", links: "Links",
  done: "Done", months: "months", seen: "Seen as {who}", latest: "latest",
};
const sent = {};

export const learn = (words) => { Object.assign(sent, words || {}); };
export const say = (key, parts = {}) => (sent[key] ?? own[key] ?? key).replace(/\{(\w+)\}/g, (_all, name) => parts[name] ?? "");
