/** What no step that coverage asks about meets: to whom or to what it is left, said out loud. */
const agreement = 'Lämnat till överenskommelsen.';
const groupPlan =
  'Planen är ett ärende för sig och gäller en grupp. Täckningen ställer bara en deltagares steg mot överenskommelsen och frågar inte efter det.';
const question =
  'Fråga till parterna. Lämnad till överenskommelsen och dess uppföljningsmöten; täckningen frågar inte efter ett svar.';

export const leftTo: Readonly<Record<string, string>> = {
  R1: 'Täckningsrapporten som helhet: varje steg ställs mot överenskommelsen, och en överenskommelse som inte gäller dagen svarar inte.',
  R2: 'Enheter och roller i överenskommelsens fil; rapporten «vem agerar härnäst» visar enheten för varje steg.',
  R3: `${agreement} En bilaga som inte går att läsa blir en brist i rapporten.`,
  R4: 'Processerna under `machines/processes`; täckningen visar dem en efter en.',
  R5: `${agreement} Filen anger vad den bygger på (\`parent\`, \`source\`); mallen är inte läst och prövas inte.`,
  R6: 'En upplysning till läsaren. Etapp använder bara stödet självt.',
  R16: `${agreement} Klausuler om utbyten (\`exchange\`) och organ (\`bodies\`) kan nämna angränsande forum.`,
  R17: 'Bevisen i `etapp verify`: inget läge är onåbart. Uppföljning efter kön, utbildning, hälsa och språk finns inte, eftersom Etapp inte lagrar sådana uppgifter.',
  R26: '`sfi`, `utbildningsplikt` och `intensivar` är egna processer; övrig komvux är lämnad till överenskommelsen.',
  R27: '`utbildningsplikt` och `intensivar` väcks först av programmets fakta. `samhallsorientering` väcks av folkbokföringen, eftersom lagen ger rätten även utanför programmet.',
  R28: `${agreement} Verdiktet \`covered_elsewhere\` är reserverat för svar som står i ett annat dokument; det ges inte ännu, eftersom bara en överenskommelse läses åt gången.`,
  R41: groupPlan,
  R42: groupPlan,
  R43: groupPlan,
  R44: groupPlan,
  R45: groupPlan,
  R46: groupPlan,
  R47: `${groupPlan} Etapp vet bara att uppgifterna har lämnats, aldrig vad som stod i dem.`,
  R48: `${groupPlan} Hur ofta uppgifterna lämnas är parternas tal att sätta; tills dess visas Etapps förval som praxis.`,
  R49: groupPlan,
  R50: 'En upplysning till läsaren. Kunskapsstödet är inte läst och inget vilar på det.',
  R61: question,
  R62: question,
  R63: question,
  R64: question,
  R65: question,
  R66: question,
  R67: question,
};
