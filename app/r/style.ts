/** All the style there is: no file to fetch, old browsers read it, and the system's own letters are used. */
export const style = `
*{box-sizing:border-box}
html{background:#f5f7fa;color:#14202e;font:16px/1.5 system-ui,"Segoe UI",Roboto,Tahoma,sans-serif}
html:lang(ar){line-height:1.7}
body{margin:0 auto;max-width:36em;padding:0 1em 2em}
header{display:flex;justify-content:space-between;align-items:center;min-height:3.5em}
header strong{font-size:1.2em;color:#07376f}
a{color:#0a4a94}
header a,footer a{display:inline-block;padding:.6em 0;min-width:2.75em}
h1{font-size:1.6em;line-height:1.3;margin:.5em 0}
h2{font-size:1.15em;margin:0 0 .5em}
section,.notice{background:#fff;border:1px solid #d3dae3;border-radius:.6em;padding:1em;margin:0 0 1em}
.notice{border-width:2px}
.good{border-color:#125a36;background:#e0f3e8}
.warning{border-color:#6f4300;background:#fdf0d5}
.practice{margin:0 -1em;padding:.3em 1em;background:#fdf0d5;color:#6f4300;text-align:center;font-size:.9em}
p{margin:0 0 .75em}
p:last-child{margin-bottom:0}
dl{margin:0}
dt,.hint,footer{color:#435161;font-size:.95em}
dd{margin:0 0 .75em}
dd:last-child{margin-bottom:0}
.text{white-space:pre-line}
form{margin:0 0 .75em}
form:last-child{margin-bottom:0}
button{display:block;width:100%;min-height:3em;padding:.5em 1em;border:1px solid #6b7888;border-radius:.4em;background:#fff;color:#14202e;font:inherit;font-weight:bold;cursor:pointer}
button.first{background:#0b4f9e;border-color:#0b4f9e;color:#fff}
details{border:1px solid #6b7888;border-radius:.4em;margin:0 0 .75em}
details:last-child{margin-bottom:0}
summary{padding:.75em 1em;font-weight:bold;cursor:pointer}
details form{padding:0 1em 1em}
fieldset{border:0;margin:0 0 1em;padding:0;min-width:0}
legend,.label{display:block;padding:0;font-weight:bold;margin-bottom:.35em}
.choice{display:block;padding:.65em 0}
.choice input{width:1.3em;height:1.3em;vertical-align:middle}
.field{display:block;margin-bottom:1em}
.part{display:inline-block;vertical-align:top}
.part span{display:block}
input[type=text],textarea{min-height:2.75em;padding:.5em;border:1px solid #6b7888;border-radius:.4em;background:#fff;color:#14202e;font:inherit;max-width:100%}
textarea{width:100%;min-height:6em}
.wide{width:100%}
.two{width:4.5em}
.four{width:6em}
.error{display:block;color:#9b1719;font-weight:bold}
:focus{outline:3px solid #0a4a94;outline-offset:2px}
bdi{unicode-bidi:isolate}
@media (prefers-color-scheme:dark){
html{background:#0d141c;color:#edf2f7}
header strong{color:#bcd9fb}
a{color:#93c1f7}
section,.notice,button,input[type=text],textarea{background:#141d27;color:#edf2f7;border-color:#8695a6}
.notice.good{background:#103223;border-color:#8fdcb0}
.notice.warning,.practice{background:#3a2a0b;border-color:#f5cd80;color:#f5cd80}
dt,.hint,footer{color:#b7c3d0}
button.first{background:#2467b8;border-color:#2467b8;color:#fff}
.error{color:#ffb3b0}
:focus{outline-color:#93c1f7}
}`
