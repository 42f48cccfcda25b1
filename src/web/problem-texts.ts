/** What each type of problem means, and what to do about it. */
import type { ProblemSlug } from '../http/problems.js';
import type { Language } from './language.js';

interface ProblemText {
  means: string;
  todo: string;
}

const sv: Record<ProblemSlug, ProblemText> = {
  'not-awaited': {
    means:
      'Ingen process i ärendet väntar på den uppgiften den dagen, eller så stoppar ett villkor den. Ingenting har sparats.',
    todo: 'Svaret säger vem som är på tur och vilka uppgifter som saknas. Registrera dem först, eller kontrollera dagen.',
  },
  'case-closed': {
    means: 'Alla processer i ärendet har nått sitt slut, så ingen väntar på fler uppgifter.',
    todo: 'Är en tidigare uppgift fel, rätta eller återkalla den. Annars behövs inget mer.',
  },
  'stale-write': {
    means: 'Någon annan ändrade ärendet efter att du läste det.',
    todo: 'Läs ärendet på nytt, kontrollera att uppgiften fortfarande stämmer och skicka den igen.',
  },
  'law-not-in-force': {
    means: 'Den bestämmelse som svaret vilar på gällde inte den dagen, eller så är dess värde inte känt för dagen.',
    todo: 'Kontrollera dagen. Är den rätt saknas lagläget i Etapp och behöver läggas till.',
  },
  'agreement-not-in-force': {
    means: 'Överenskommelsen gällde inte den dagen.',
    todo: 'Välj en dag inom giltighetstiden eller en annan överenskommelse.',
  },
  'unknown-fact': {
    means: 'Den typ av uppgift som skickades finns inte.',
    todo: 'Kontrollera stavningen. Svaret föreslår den närmaste typen.',
  },
  'invalid-data': {
    means: 'Något i det som skickades går inte att använda: ett fält saknas, har fel form eller finns inte.',
    todo: 'Rätta det som räknas upp i svaret och försök igen. Ingenting har sparats.',
  },
  'idempotency-conflict': {
    means: 'Nyckeln i Idempotency-Key är redan använd för en annan begäran.',
    todo: 'Ta en ny nyckel för varje ny begäran, och samma nyckel bara när samma begäran skickas om.',
  },
  'not-found': {
    means: 'Det som efterfrågades finns inte, eller får inte visas för dig.',
    todo: 'Kontrollera adressen. Ett ärendes nummer har fyra siffror för kommunen, två för året och ett löpnummer. I arbetskön finns alla ärenden där någon ska agera.',
  },
  'not-allowed': {
    means: 'Du har inte behörighet, eller så kom begäran från en annan webbplats.',
    todo: 'Använd Etapps egna sidor på den dator där Etapp körs.',
  },
  'too-large': {
    means: 'Begäran var större än servern tar emot.',
    todo: 'Skicka en uppgift i taget.',
  },
  'clock-behind': {
    means:
      'Serverns klocka visar en tidigare tid än den då ärendets senaste uppgift registrerades. Vad som var känt när går då inte att hålla reda på, så ingenting har sparats.',
    todo: 'Ställ serverns klocka rätt och försök igen. Har klockan gått före tar ärendet emot uppgifter igen när tiden har hunnit ikapp.',
  },
  'storage-full': {
    means:
      'Disken eller kvoten där databasen ligger är full. Ingenting har sparats, och allt som sparats förut är kvar.',
    todo: 'Den som sköter driften frigör utrymme. Försök sedan igen; Etapp behöver inte startas om.',
  },
  unavailable: {
    means: 'Servern håller på att starta eller stänga, eller når inte sin databas.',
    todo: 'Vänta en stund och försök igen.',
  },
  internal: {
    means: 'Ett fel i Etapp. Ingenting har sparats.',
    todo: 'Försök igen. Kommer felet tillbaka, läs i serverns logg.',
  },
};

const en: Record<ProblemSlug, ProblemText> = {
  'not-awaited': {
    means: 'No process of the case awaits that fact on that day, or a condition stops it. Nothing has been saved.',
    todo: 'The answer says whose turn it is and which facts are missing. Record those first, or check the day.',
  },
  'case-closed': {
    means: 'Every process of the case has come to its end, so nobody awaits further facts.',
    todo: 'If an earlier fact is wrong, correct or withdraw it. Otherwise nothing more is needed.',
  },
  'stale-write': {
    means: 'Somebody else changed the case after you read it.',
    todo: 'Read the case again, check that the fact still holds and send it anew.',
  },
  'law-not-in-force': {
    means:
      'The provision that the answer rests on was not in force on that day, or its value on that day is not known.',
    todo: 'Check the day. If it is right, the state of the law is missing in Etapp and has to be added.',
  },
  'agreement-not-in-force': {
    means: 'The agreement was not in force on that day.',
    todo: 'Choose a day within its validity, or another agreement.',
  },
  'unknown-fact': {
    means: 'There is no such type of fact as the one that was sent.',
    todo: 'Check the spelling. The answer suggests the nearest type.',
  },
  'invalid-data': {
    means: 'Something in what was sent cannot be used: a field is missing, has the wrong form or does not exist.',
    todo: 'Correct what the answer lists and try again. Nothing has been saved.',
  },
  'idempotency-conflict': {
    means: 'The key in Idempotency-Key has already been used for another request.',
    todo: 'Take a new key for every new request, and the same key only when the same request is sent again.',
  },
  'not-found': {
    means: 'What was asked for does not exist, or may not be shown to you.',
    todo: 'Check the address. The number of a case has four digits for the municipality, two for the year and a running number. The queue has every case in which somebody is to act.',
  },
  'not-allowed': {
    means: 'You have no access, or the request came from another site.',
    todo: 'Use the pages of Etapp itself on the machine where Etapp runs.',
  },
  'too-large': {
    means: 'The request was larger than the server accepts.',
    todo: 'Send one fact at a time.',
  },
  'clock-behind': {
    means:
      'The clock of the server shows an earlier time than when the last fact of the case was recorded. What was known when could then not be told, so nothing was saved.',
    todo: 'Set the clock of the server right and try again. If the clock ran ahead, the case takes facts again when time has caught up.',
  },
  'storage-full': {
    means:
      'The disk or quota that holds the database is full. Nothing was saved, and all that was saved before is there.',
    todo: 'Whoever runs Etapp frees space. Then try again; Etapp need not be restarted.',
  },
  unavailable: {
    means: 'The server is starting or stopping, or cannot reach its database.',
    todo: 'Wait a while and try again.',
  },
  internal: {
    means: 'A fault in Etapp. Nothing has been saved.',
    todo: 'Try again. If the fault comes back, read the log of the server.',
  },
};

const texts: Record<Language, Record<ProblemSlug, ProblemText>> = { sv, en };

/** What the problem means and what to do, in a language. */
export const problemText = (slug: ProblemSlug, language: Language): ProblemText => texts[language][slug];
