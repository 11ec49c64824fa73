(function(){
  var box=document.getElementById("words"),told=document.getElementById("told");
  if(!box||!told)return;
  var claims=Array.prototype.slice.call(document.querySelectorAll(".claim"));
  function folded(text){return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g,"").replace(/\u0111/g,"d");}
  var texts=null;
  function shown(claim){return getComputedStyle(claim).display!=="none";}
  function filter(){
    var wanted=folded(box.value).split(/\s+/).filter(Boolean);
    if(wanted.length&&!texts)texts=claims.map(function(claim){return folded(claim.textContent);});
    claims.forEach(function(claim,place){
      var fits=wanted.every(function(word){return texts[place].indexOf(word)>=0;});
      claim.classList.toggle("gone",!fits);
    });
    told.textContent=told.getAttribute("data-words").replace("{n}",claims.filter(shown).length).replace("{all}",claims.length);
  }
  document.getElementById("search").hidden=false;
  document.getElementById("filter").addEventListener("input",filter);
  document.getElementById("filter").addEventListener("change",filter);
})();
