import './app/carrel-app.ts';
